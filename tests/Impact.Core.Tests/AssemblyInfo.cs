namespace Impact.Core.Tests;
