using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Catalog.Engine.Tests.House;

internal static partial class TidyRules
{
    private const string UnsafeHome = "engine/Core/Memory/";

    /// <summary>What is left for later; written so that the rule does not find itself.</summary>
    private static readonly Regex Unfinished = new(@"\b(TO" + "DO|FIX" + "ME|NotImplemented" + @"Exception)\b");

    private static IEnumerable<Violation> CheckText(SourceFile file)
    {
        if (file.Lines.Count > MaxFileLines)
            yield return new Violation(file.Path, 1, $"{file.Lines.Count} lines, {MaxFileLines} are the most");
        for (int i = 0; i < file.Lines.Count; i++)
        {
            string line = file.Lines[i];
            if (line.Length > MaxLineColumns)
                yield return new Violation(file.Path, i + 1, $"{line.Length} columns, {MaxLineColumns} are the most");
            if (Unfinished.Match(line) is { Success: true } match)
                yield return new Violation(file.Path, i + 1, $"{match.Value}: something is unfinished");
        }
    }

    private static IEnumerable<Violation> CheckSyntax(SourceFile file)
    {
        foreach (Diagnostic error in file.Tree.GetDiagnostics())
            yield return new Violation(file.Path, 1, $"{error}");
        foreach (SyntaxTrivia trivia in file.Unit.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
                yield return At(file, trivia.GetStructure()!, "a region: split the file by aspect instead");
            if (trivia.GetStructure() is PragmaWarningDirectiveTriviaSyntax { ErrorCodes.Count: 0 } pragma)
                yield return At(file, pragma, "a pragma for all warnings: name the one that is meant");
        }

        foreach (ThisExpressionSyntax self in file.Nodes<ThisExpressionSyntax>())
            if (self.Parent is MemberAccessExpressionSyntax access && access.Expression == self)
                yield return At(file, self, "this. is not needed");
        if (file.Path.StartsWith(UnsafeHome, StringComparison.Ordinal)) yield break;
        foreach (SyntaxToken token in file.Unit.DescendantTokens())
            if (token.IsKind(SyntaxKind.UnsafeKeyword))
                yield return At(file, token.Parent!, $"unsafe code lives under {UnsafeHome} only");
    }
}
