using System.Diagnostics;
using System.Globalization;

namespace Catalog.Seed.Shared;

/// <summary>
/// Progress for a file or a pipe: a line a step and a line every tenth of it, where a bar would draw itself over and
/// over.
/// </summary>
internal sealed class LineProgress(TextWriter output, CancellationToken cancel) : ISeedProgress
{
    private const int ShortSeconds = 5;
    private string _step = "";
    private long _total;
    private long _told;
    private long _beganAt;

    /// <inheritdoc/>
    public void Begin(string step, long total)
    {
        cancel.ThrowIfCancellationRequested();
        (_step, _total, _told) = (step, Math.Max(1, total), 0);
        _beganAt = Stopwatch.GetTimestamp();
        output.WriteLine(step);
    }

    /// <inheritdoc/>
    public void Report(long done)
    {
        cancel.ThrowIfCancellationRequested();
        long tenth = done * 10 / _total;
        if (tenth <= _told) return;
        _told = tenth;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_step}: {tenth * 10} %{Rest(done)}"));
    }
    // Nobody asks about what is over in a moment.
    private string Rest(long done)
    {
        double seconds = Stopwatch.GetElapsedTime(_beganAt).TotalSeconds * (_total - done) / done;
        return seconds < ShortSeconds
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", about {TimeSpan.FromSeconds((long)seconds)} left");
    }
}
