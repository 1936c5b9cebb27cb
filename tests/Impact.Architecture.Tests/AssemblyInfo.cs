namespace Impact.Architecture.Tests;
