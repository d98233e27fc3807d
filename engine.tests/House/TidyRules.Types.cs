using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Catalog.Engine.Tests.House;

internal static partial class TidyRules
{
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility"];

    /// <summary>Classes that are neither sealed nor abstract for a reason, which stands here.</summary>
    private static readonly string[] OpenTypes =
    [
        "Program", // the compiler makes it from top-level statements; a part of it only makes it visible
    ];

    private static IEnumerable<Violation> CheckTypeNames(SourceFile file) =>
        from type in file.Nodes<MemberDeclarationSyntax>()
        let name = NameOf(type)
        where EmptyNames.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        select At(file, type, $"{name} says nothing about what it does");

    /// <summary>Classes are sealed, static or abstract; structs are readonly or say why not.</summary>
    private static IEnumerable<Violation> CheckModifiers(IReadOnlyList<SourceFile> files)
    {
        // One part of a partial type speaks for all.
        var types =
            from file in files
            from type in file.Nodes<TypeDeclarationSyntax>()
            group (file, type) by $"{file.Project} {FullNameOf(type)}";
        foreach (var parts in types)
        {
            (SourceFile file, TypeDeclarationSyntax type) = parts.First();
            List<TypeDeclarationSyntax> all = [.. parts.Select(part => part.type)];
            if (IsClass(type) && !IsClosed(all) && !IsBenchmark(type) && !OpenTypes.Contains(type.Identifier.Text))
                yield return At(file, type, $"class {type.Identifier.Text} is not sealed, static or abstract");
            if (IsStruct(type) && !IsReadOnly(all))
                yield return At(file, type, $"struct {type.Identifier.Text} is not readonly and no comment says why");
        }
    }

    private static bool IsClass(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax || type.IsKind(SyntaxKind.RecordDeclaration);

    // BenchmarkDotNet derives from them.
    private static bool IsBenchmark(TypeDeclarationSyntax type) =>
        type.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() == "Benchmark");

    private static bool IsStruct(TypeDeclarationSyntax type) =>
        type is StructDeclarationSyntax || type.IsKind(SyntaxKind.RecordStructDeclaration);

    private static bool IsClosed(List<TypeDeclarationSyntax> parts) =>
        parts.Exists(part => part.Modifiers.Any(SyntaxKind.SealedKeyword)
            || part.Modifiers.Any(SyntaxKind.StaticKeyword)
            || part.Modifiers.Any(SyntaxKind.AbstractKeyword));

    private static bool IsReadOnly(List<TypeDeclarationSyntax> parts) =>
        parts.Exists(part => part.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
            || part.GetLeadingTrivia().ToFullString().Contains("mutable:", StringComparison.Ordinal)
            || part.AttributeLists.Any(list => list.ToFullString().Contains("InlineArray", StringComparison.Ordinal)));

    private static string FullNameOf(TypeDeclarationSyntax type)
    {
        string name = $"{type.Identifier.Text}`{type.Arity}";
        foreach (SyntaxNode outer in type.Ancestors())
        {
            if (outer is TypeDeclarationSyntax declaration)
                name = $"{declaration.Identifier.Text}`{declaration.Arity}.{name}";
            if (outer is BaseNamespaceDeclarationSyntax scope) name = $"{scope.Name}.{name}";
        }

        return name;
    }
}
