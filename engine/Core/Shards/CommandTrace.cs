using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Traces of commands, under the source <c>Catalog.Engine</c>: an activity a command, from when it is posted until its
/// facts are durable. Where nobody listens it costs one read.
/// </summary>
internal static class CommandTrace
{
    /// <summary>The name listeners ask for.</summary>
    public const string SourceName = "Catalog.Engine";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins an activity under the caller's; null when nobody listens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Activity? Start(SystemHost host, ulong key, string command) =>
        Source.HasListeners() ? StartSlow(host, key, command) : null;

    /// <summary>Ends an activity with what became of the command.</summary>
    public static void End(Activity activity, string outcome)
    {
        activity.SetTag("catalog.outcome", outcome);
        // Stopping makes the parent current on this thread, which is the journal's.
        Activity? current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Activity? StartSlow(SystemHost host, ulong key, string command)
    {
        // The caller goes on with other things while the command is on its way: its current activity stays.
        Activity? current = Activity.Current;
        Activity? activity = Source.StartActivity(command);
        Activity.Current = current;
        activity?.SetTag("catalog.system", host.Name);
        activity?.SetTag("catalog.partition", key);
        return activity;
    }
}
