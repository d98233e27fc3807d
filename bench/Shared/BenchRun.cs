using Spectre.Console;

namespace Catalog.Bench.Shared;

/// <summary>What a run was asked for, and where it may put its files.</summary>
internal sealed class BenchRun : IDisposable
{
    private static int _count;
    private readonly Lazy<string> _folder = new(CreateFolder);

    /// <summary>How often every figure is measured; the median is reported.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>How long one measurement lasts.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For steady load: how many a minute.</summary>
    public double PerMinute { get; init; } = 100;

    /// <summary>How much is seeded for measuring models: 1 is all.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Only rows of this layer, or all.</summary>
    public string? Layer { get; init; }

    /// <summary>A running server to drive instead of a private one.</summary>
    public Uri? Server { get; init; }

    /// <summary>Ends the run early.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>The run's own folder, removed at its end. <c>TMPDIR</c> chooses the disk.</summary>
    public string Folder => _folder.Value;

    /// <summary>Whether rows of <paramref name="layer"/> are wanted.</summary>
    public bool Wants(string layer) => Layer is null || Layer == layer;

    /// <summary>Says what is being done.</summary>
    public static void Say(string text) => AnsiConsole.MarkupLineInterpolated($"[grey]{text}[/]");

    /// <summary>A folder of its own below <see cref="Folder"/>.</summary>
    public string NewFolder(string name)
    {
        string path = Path.Combine(Folder, name);
        for (int i = 2; Directory.Exists(path); i++) path = Path.Combine(Folder, $"{name}-{i}");
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        if (_folder.IsValueCreated && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static string CreateFolder()
    {
        string name = $"catalog-bench-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";
        string path = Path.Combine(Path.GetTempPath(), name);
        Directory.CreateDirectory(path);
        return path;
    }
}
