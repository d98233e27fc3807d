using System.Security.Cryptography;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// Names a data folder for as long as it lives, in <c>folder.id</c>: numbers that count what happened in it mean
/// nothing in another.
/// </summary>
public sealed class FolderId
{
    private const int SizeBytes = 6;

    /// <summary>Reads the name, or gives the folder one.</summary>
    /// <exception cref="IOException">It can be neither read nor written.</exception>
    public FolderId(CatalogOptions options)
    {
        string path = Path.Combine(options.DataPath, "folder.id");
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
}
