using System.Security.Cryptography;
using Catalog.Shell.Options;

namespace Catalog.Shell.Auth;

/// <summary>
/// The secret access tokens are signed with: configured, or made on first start and kept in the data folder.
/// </summary>
public static class SigningKey
{
    /// <summary>Bytes of a key made here: the block size of SHA-256, the most HMAC makes use of.</summary>
    public const int SizeBytes = 64;

    private const int MinSizeBytes = 32;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The configured key, or the data folder's, made if there is none.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no key.</exception>
    public static byte[] LoadOrCreate(CatalogOptions options)
    {
        if (options.Auth.SigningKey is { } configured) return Convert.FromBase64String(configured);
        DataFolder.Create(options.DataPath);
        return LoadOrCreate(PathIn(options.DataPath));
    }

    /// <summary>Where it is in a data folder.</summary>
    internal static string PathIn(string folder) => Path.Combine(folder, "keys", "jwt.key");

    /// <summary>Reads the key in <paramref name="path"/>, or makes one there that only this user can read.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no key.</exception>
    public static byte[] LoadOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        byte[] bytes = new byte[SizeBytes * 2];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), bytes, out int size) && size >= MinSizeBytes
            ? bytes[..size]
            : throw new InvalidDataException($"{path} holds no signing key; remove it to have a new one made.");
    }

    private static void Create(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnersFile | UnixFileMode.UserExecute);
        // Written aside and renamed: a crash half-way must not leave half a key.
        string draft = path + ".new";
        var open = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) open.UnixCreateMode = OwnersFile;
        using (var file = new FileStream(draft, open))
        {
            string text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SizeBytes));
            file.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);
    }
}
