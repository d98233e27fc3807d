namespace Catalog.Bench.Shared.Peers;

/// <summary>Finds installed programs.</summary>
internal static class Programs
{
    private const string PostgresRoot = "/usr/lib/postgresql";

    /// <summary>The path of a program on the search path.</summary>
    /// <exception cref="PeerMissingException">It is not installed.</exception>
    public static string Find(string program, string package)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (string folder in folders.Append("/usr/sbin").Append("/usr/local/bin"))
        {
            string path = Path.Combine(folder, program);
            if (File.Exists(path)) return path;
        }

        throw new PeerMissingException(program, package);
    }

    /// <summary>The folder of the newest installed PostgreSQL's programs.</summary>
    /// <exception cref="PeerMissingException">There is none.</exception>
    public static string FindPostgres()
    {
        string[] versions = Directory.Exists(PostgresRoot) ? Directory.GetDirectories(PostgresRoot) : [];
        string? newest = versions
            .Where(v => File.Exists(Path.Combine(v, "bin", "postgres")))
            .MaxBy(v => int.TryParse(Path.GetFileName(v), out int number) ? number : 0);
        if (newest is not null) return Path.Combine(newest, "bin");
        return Path.GetDirectoryName(Find("postgres", "postgresql"))!;
    }
}
