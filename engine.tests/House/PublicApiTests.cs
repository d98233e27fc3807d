using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Tests.House;

/// <summary>
/// What the engine offers is written down in engine/PublicAPI.txt, so that a change of it is seen in review. With the
/// environment variable <c>CATALOG_UPDATE_SNAPSHOT=1</c> the test writes it anew.
/// </summary>
public sealed class PublicApiTests
{
    private const string SnapshotPath = "engine/PublicAPI.txt";

    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        string path = Repository.FullPath(SnapshotPath);
        string actual = PublicApi.Describe(typeof(ByteBuffer).Assembly);
        if (Environment.GetEnvironmentVariable("CATALOG_UPDATE_SNAPSHOT") == "1") File.WriteAllText(path, actual);
        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        List<string> difference = [.. Difference(expected, actual)];
        Assert.True(
            difference.Count == 0,
            $"{SnapshotPath} differs; CATALOG_UPDATE_SNAPSHOT=1 rewrites it:\n{string.Join('\n', difference)}");
    }

    [Fact]
    public void A_type_is_described_member_by_member()
    {
        string[] expected =
        [
            "sealed class Catalog.Engine.Tests.House.PublicApiSample<T> : IDisposable",
            "    T Value { get; init; }",
            "    T this[int index] { get; }",
            "    const int Most = 3",
            "    event Action Changed",
            "    new(T value)",
            "    override string ToString()",
            "    static bool TryParse<U>(string text, out U value, in long limit, int[] rest = default)",
            "    void Dispose()",
        ];
        string text = PublicApi.Describe([typeof(PublicApiSample<>)]);
        Assert.Equal(string.Join('\n', expected) + "\n", text);
    }

    [Fact]
    public void A_planted_change_is_seen_both_ways()
    {
        const string Before = "class A\n    void B()\n    void C()\n";
        const string After = "class A\n    void B(int c)\n    void C()\n";
        Assert.Equal(["-2:     void B()", "+2:     void B(int c)"], Difference(Before, After));
        Assert.Empty(Difference(Before, Before));
    }

    /// <summary>Lines that only one of the two has, in their order; enough for a list that is sorted.</summary>
    private static IEnumerable<string> Difference(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] now = actual.Split('\n');
        foreach (string gone in Missing(old, now)) yield return $"-{gone}";
        foreach (string added in Missing(now, old)) yield return $"+{added}";
    }

    /// <summary>Lines of one text that the other lacks under the same type.</summary>
    private static IEnumerable<string> Missing(string[] from, string[] other)
    {
        HashSet<string> there = [.. WithType(other)];
        string[] keys = [.. WithType(from)];
        for (int i = 0; i < from.Length; i++)
            if (!there.Contains(keys[i])) yield return $"{i + 1}: {from[i]}";
    }

    private static IEnumerable<string> WithType(string[] lines)
    {
        string type = "";
        foreach (string line in lines)
        {
            if (!line.StartsWith(' ')) type = line;
            yield return $"{type}\n{line}";
        }
    }
}
