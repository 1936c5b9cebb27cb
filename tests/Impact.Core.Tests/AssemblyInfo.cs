global using Impact.Testing;

namespace Impact.Core.Tests;
