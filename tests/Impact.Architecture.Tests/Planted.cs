using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace Impact.Architecture.Tests;

/// <summary>Compiles code that breaks a rule, so that each rule can show that it sees it.</summary>
internal static class Planted
{
    /// <summary>What every project's implicit usings bring.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>How sources are parsed.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>Every assembly that this test program runs with.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a planted file to an assembly, seen as a friend of Impact.Core.</summary>
    public static AssemblyDefinition Assembly(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Impact.Testing",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing), CSharpSyntaxTree.ParseText(source, Parsing)],
            References.Where(reference => !reference.Display!.EndsWith("Impact.Testing.dll", StringComparison.Ordinal)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        bytes.Position = 0;
        return AssemblyDefinition.ReadAssembly(bytes);
    }
}
