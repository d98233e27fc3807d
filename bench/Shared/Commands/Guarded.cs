using Spectre.Console;

namespace Catalog.Bench.Shared.Commands;

/// <summary>Keeps the rows of what went well when a later part fails.</summary>
internal static class Guarded
{
    /// <summary>Runs it; says what went wrong and answers false instead of throwing.</summary>
    public static async Task<bool> RunAsync(Func<Task> measure)
    {
        try
        {
            await measure();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
            return false;
        }
    }
}
