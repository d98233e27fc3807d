using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Catalog.Engine.Tests.House;

/// <summary>How a file must look. Each rule yields the places where it is broken.</summary>
internal static partial class TidyRules
{
    private const int MaxFileLines = 400;
    private const int MaxMethodLines = 60;
    private const int MaxLineColumns = 120;
    private const int MaxParameters = 5;
    private const int MaxConstructorParameters = 8;

    /// <summary>Every rule, over all files together: parts of a type may stand in several.</summary>
    internal static IEnumerable<Violation> Check(IReadOnlyList<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            foreach (Violation violation in CheckText(file)) yield return violation;
            foreach (Violation violation in CheckFileName(file)) yield return violation;
            foreach (Violation violation in CheckMethods(file)) yield return violation;
            foreach (Violation violation in CheckParameters(file)) yield return violation;
            foreach (Violation violation in CheckTypeNames(file)) yield return violation;
            foreach (Violation violation in CheckSyntax(file)) yield return violation;
        }

        foreach (Violation violation in CheckModifiers(files)) yield return violation;
    }

    private static IEnumerable<Violation> CheckFileName(SourceFile file)
    {
        List<MemberDeclarationSyntax> types = [.. file.TopLevelTypes()];
        string name = Path.GetFileName(file.Path).Split('.', '{')[0]; // Foo.cs, Foo.Query.cs, Foo{T}.cs
        if (types.Count > 1)
            yield return At(file, types[1], $"holds {types.Count} top-level types, one is the most");
        if (types.Count > 0 && NameOf(types[0]) != name)
            yield return At(file, types[0], $"declares {NameOf(types[0])}, which its name should begin with");
    }

    private static IEnumerable<Violation> CheckMethods(SourceFile file)
    {
        foreach (SyntaxNode node in file.Unit.DescendantNodes())
        {
            if (node is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax or PropertyDeclarationSyntax)) continue;
            int lines = file.LineCountOf(node);
            if (lines > MaxMethodLines) yield return At(file, node, $"a method of {lines} lines, not {MaxMethodLines}");
        }

        List<GlobalStatementSyntax> statements = [.. file.Unit.Members.OfType<GlobalStatementSyntax>()];
        if (statements.Sum(file.LineCountOf) > MaxMethodLines)
            yield return At(file, statements[0], $"top-level statements of more than {MaxMethodLines} lines");
    }

    private static IEnumerable<Violation> CheckParameters(SourceFile file)
    {
        foreach (ParameterListSyntax list in file.Nodes<ParameterListSyntax>())
        {
            int most = list.Parent switch
            {
                RecordDeclarationSyntax => int.MaxValue, // a record's parameters are its data
                ConstructorDeclarationSyntax or TypeDeclarationSyntax => MaxConstructorParameters,
                MemberDeclarationSyntax member when IsDictated(member) => int.MaxValue,
                ParenthesizedLambdaExpressionSyntax => int.MaxValue, // the delegate is counted
                _ => MaxParameters,
            };
            if (list.Parameters.Count > most)
                yield return At(file, list, $"{list.Parameters.Count} parameters, {most} are the most");
        }
    }

    /// <summary>Whether somebody else decides on the parameters: a base type, or a library called natively.</summary>
    private static bool IsDictated(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(SyntaxKind.OverrideKeyword)
        || member.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "DllImport" or "LibraryImport" or "LoggerMessage");

    private static string NameOf(SyntaxNode type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        DelegateDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => "",
    };

    private static Violation At(SourceFile file, SyntaxNode node, string what) =>
        new(file.Path, file.LineOf(node), what);
}
