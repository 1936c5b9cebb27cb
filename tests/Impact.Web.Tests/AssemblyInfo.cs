namespace Impact.Web.Tests;
