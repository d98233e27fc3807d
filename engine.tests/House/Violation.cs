namespace Catalog.Engine.Tests.House;

/// <summary>A place where the code is not as the house wants it.</summary>
internal readonly record struct Violation(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line}: {What}";

    /// <summary>Fails the test, naming every place, if there is one.</summary>
    internal static void AssertNone(IEnumerable<Violation> violations)
    {
        List<Violation> found = [.. violations];
        Assert.True(found.Count == 0, $"{found.Count} violations:\n{string.Join('\n', found)}");
    }
}
