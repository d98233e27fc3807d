using System.Diagnostics;
using System.Security.Cryptography;

namespace Catalog.Engine.Tests.Interop;

/// <summary>
/// A folder with a package.json, its lock file and a script, copied beside the test assembly. The packages are
/// installed there by <c>npm ci</c> once for every state of the lock file.
/// </summary>
internal sealed class NodeProject
{
    private static readonly Lock InstallLock = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder;

    internal NodeProject(string name)
    {
        _folder = Path.Combine(AppContext.BaseDirectory, "Interop", name);
        lock (InstallLock) Install();
    }

    /// <summary>Runs a script of the folder and returns the lines it prints.</summary>
    internal string[] Run(string script, string argument, string input = "")
    {
        string output = Execute("node", [script, argument], input);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Install()
    {
        byte[] lockFile = File.ReadAllBytes(Path.Combine(_folder, "package-lock.json"));
        string hash = Convert.ToHexString(SHA256.HashData(lockFile));
        string stamp = Path.Combine(_folder, "node_modules", ".installed");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == hash) return;
        Execute("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], input: "");
        File.WriteAllText(stamp, hash);
    }

    private string Execute(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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

        if (process.ExitCode == 0) return output.GetAwaiter().GetResult();
        string told = errors.GetAwaiter().GetResult();
        throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {told}");
    }
}
