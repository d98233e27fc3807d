using System.Security.Cryptography;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// Names a journal for as long as it lives, in the data folder's <c>folder.id</c>, or, where nodes share one, among
/// what they share: numbers that count what happened in it mean nothing in another.
/// </summary>
public sealed class FolderId
{
    /// <summary>Bytes of a name.</summary>
    internal const int SizeBytes = 6;

    /// <summary>What it is called among the secrets nodes share.</summary>
    internal const string SharedName = "journal-id";

    /// <summary>Reads the name, or gives the folder one. Nodes with one journal have one name.</summary>
    /// <exception cref="IOException">It can be neither read nor written.</exception>
    public FolderId(CatalogOptions options, PostgresOptions postgres, SharedSecrets secrets)
    {
        if (postgres.HasJournal)
        {
            Text = Shared(secrets);
            return;
        }

        string path = PathIn(options.DataPath);
        if (!File.Exists(path))
        {
            // Written aside and renamed: a crash half-way must not leave half a name.
            File.WriteAllText(path + ".new", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SizeBytes)));
            File.Move(path + ".new", path, overwrite: true);
        }

        Text = File.ReadAllText(path).Trim();
    }

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>The name of the journal nodes share.</summary>
    internal static string Shared(SharedSecrets secrets) =>
        Convert.ToHexStringLower(secrets.GetOrCreate(SharedName, SizeBytes));

    /// <summary>A folder's name; null for one that has none.</summary>
    internal static string? Find(string folder) =>
        File.Exists(PathIn(folder)) ? File.ReadAllText(PathIn(folder)).Trim() : null;

    private static string PathIn(string folder) => Path.Combine(folder, "folder.id");
}
