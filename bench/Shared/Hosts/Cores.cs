using System.Globalization;
using System.Runtime.InteropServices;

namespace Catalog.Bench.Shared.Hosts;

/// <summary>Keeps a server and whoever drives it off each other's processor.</summary>
internal static class Cores
{
    /// <summary>Whether there are two processors to tell apart.</summary>
    public static bool CanPin => OperatingSystem.IsLinux() && Environment.ProcessorCount > 1;

    /// <summary>The processor for servers.</summary>
    public static int OfServer => Environment.ProcessorCount - 1;

    /// <summary>The processor for the load generator.</summary>
    public static int OfGenerator => 0;

    /// <summary>
    /// A command that runs on the servers' processor. It becomes the program, so that its id is the program's.
    /// </summary>
    public static string[] Pinned(string[] command) =>
        CanPin ? ["taskset", "-c", OfServer.ToString(CultureInfo.InvariantCulture), .. command] : command;

    /// <summary>Runs something on a thread of its own on the generator's processor, and waits for it.</summary>
    public static async Task<T> RunOnGeneratorAsync<T>(Func<T> work)
    {
        return await Task.Factory.StartNew(
            () =>
            {
                if (CanPin) PinThread(OfGenerator);
                return work();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static void PinThread(int core)
    {
        long[] mask = [1L << core];
        if (sched_setaffinity(0, sizeof(long), mask) != 0)
            throw new IOException($"sched_setaffinity failed: errno {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int sched_setaffinity(int thread, nint size, long[] mask);
}
