using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Catalog.Engine.Tests.House;

/// <summary>A C# file and what stands in it.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    internal SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.TrimEnd('\n').Split('\n');
        Tree = CSharpSyntaxTree.ParseText(text, Options);
        Unit = Tree.GetCompilationUnitRoot();
    }

    /// <summary>Where it is, from the root of the repository, with slashes.</summary>
    internal string Path { get; }

    internal IReadOnlyList<string> Lines { get; }

    internal SyntaxTree Tree { get; }

    internal CompilationUnitSyntax Unit { get; }

    /// <summary>The folder of the repository's root it lies in.</summary>
    internal string Project => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The types that are declared outside of any other.</summary>
    internal IEnumerable<MemberDeclarationSyntax> TopLevelTypes() =>
        Unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    internal IEnumerable<T> Nodes<T>()
        where T : SyntaxNode =>
        Unit.DescendantNodes().OfType<T>();

    internal int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>How many lines a node spans, without the comments above it.</summary>
    internal int LineCountOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
