using System.Security.Cryptography;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Interop;

/// <summary>
/// A folder with a package.json, its lock file and a script, copied beside the test assembly. The packages are
/// installed there by <c>npm ci</c> once for every state of the lock file.
/// </summary>
internal sealed class NodeProject
{
    private static readonly Lock InstallLock = new();
    private readonly string _folder;

    internal NodeProject(string name)
    {
        _folder = Path.Combine(AppContext.BaseDirectory, "Interop", name);
        lock (InstallLock) Install();
    }

    /// <summary>Runs a script of the folder and returns the lines it prints.</summary>
    internal string[] Run(string script, string argument, string input = "")
    {
        string output = Subprocess.Run(_folder, "node", [script, argument], input);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The path of something in the folder.</summary>
    internal string PathOf(string name) => Path.Combine(_folder, name);

    private void Install()
    {
        byte[] lockFile = File.ReadAllBytes(Path.Combine(_folder, "package-lock.json"));
        string hash = Convert.ToHexString(SHA256.HashData(lockFile));
        string stamp = Path.Combine(_folder, "node_modules", ".installed");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == hash) return;
        Subprocess.Run(_folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        File.WriteAllText(stamp, hash);
    }
}
