using Spectre.Console;

namespace Catalog.Seed.Shared;

/// <summary>Progress bars on the console, one a step; where the work can be interrupted.</summary>
internal sealed class ConsoleProgress(ProgressContext context, CancellationToken cancel) : ISeedProgress
{
    private ProgressTask? _task;

    /// <summary>Runs work with bars.</summary>
    public static Task<T> RunAsync<T>(Func<ISeedProgress, Task<T>> work, CancellationToken cancel)
    {
        if (Console.IsOutputRedirected) return work(new LineProgress(Console.Out, cancel));
        Progress progress = AnsiConsole.Progress().AutoClear(false).Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new ElapsedTimeColumn(),
            new RemainingTimeColumn());
        return progress.StartAsync(async context =>
        {
            var bars = new ConsoleProgress(context, cancel);
            T result = await work(bars);
            bars.End();
            return result;
        });
    }

    /// <inheritdoc/>
    public void Begin(string step, long total)
    {
        cancel.ThrowIfCancellationRequested();
        End();
        _task = context.AddTask(step, maxValue: Math.Max(1, total));
    }

    /// <inheritdoc/>
    public void Report(long done)
    {
        cancel.ThrowIfCancellationRequested();
        if (_task is not null) _task.Value = done;
    }

    private void End()
    {
        if (_task is null) return;
        _task.Value = _task.MaxValue;
        _task.StopTask();
    }
}
