namespace Impact.Testing;
