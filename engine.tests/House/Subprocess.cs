using System.Diagnostics;

namespace Catalog.Engine.Tests.House;

/// <summary>Runs a program to its end and returns what it printed.</summary>
internal static class Subprocess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <exception cref="InvalidOperationException">
    /// The program failed or did not end; the message has its output.
    /// </exception>
    internal static string Run(string folder, string program, string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host's own settings would make an inner build look for its tools in the wrong place.
        foreach (string name in start.Environment.Keys.Where(IsBuildSetting).ToList()) start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {Patience}.");
        }

        string printed = output.GetAwaiter().GetResult();
        if (process.ExitCode == 0) return printed;
        string told = errors.GetAwaiter().GetResult();
        throw new InvalidOperationException(
            $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{printed}{told}");
    }

    private static bool IsBuildSetting(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
