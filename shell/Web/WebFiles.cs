using System.Security.Cryptography;

namespace Catalog.Shell.Web;

/// <summary>
/// The built web app, read once: a few megabytes, made by <c>web/scripts/build.mjs</c> and copied next to the server.
/// Immutable, thread-safe.
/// </summary>
internal sealed class WebFiles
{
    /// <summary>More than this is not a web app but a mistake.</summary>
    private const long MostBytes = 64L << 20;

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Dictionary<string, WebFile> _files;

    private WebFiles(Dictionary<string, WebFile> files) => _files = files;

    /// <summary>The page every navigation gets; null when the app was not built.</summary>
    public WebFile? Index => _files.GetValueOrDefault("/index.html");

    /// <summary>Reads the app from <paramref name="folder"/>, which need not exist: what its list names.</summary>
    /// <exception cref="IOException">A file cannot be read, or they are far too large.</exception>
    public static WebFiles Read(string folder)
    {
        var files = new Dictionary<string, WebFile>(StringComparer.Ordinal);
        string list = Path.Combine(folder, "files.txt");
        if (!File.Exists(list)) return new WebFiles(files);
        long total = 0;
        foreach (string line in File.ReadLines(list))
        {
            if (!ContentTypes.TryGetValue(Path.GetExtension(line), out string? type)) continue;
            string name = "/" + line;
            WebFile file = ReadFile(Path.Combine(folder, line), name, type);
            total += file.Plain.Length + file.Brotli.Length + file.Gzip.Length;
            if (total > MostBytes) throw new IOException($"The web app in {folder} is larger than {MostBytes} bytes.");
            files.Add(name, file);
        }

        return new WebFiles(files);
    }

    /// <summary>The file at a request's path, or null.</summary>
    public WebFile? Find(string path) => _files.GetValueOrDefault(path);

    private static WebFile ReadFile(string path, string name, string type)
    {
        byte[] plain = File.ReadAllBytes(path);
        return new WebFile
        {
            Plain = plain,
            Brotli = ReadIfThere(path + ".br"),
            Gzip = ReadIfThere(path + ".gz"),
            ContentType = type,
            Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"",
            IsHashed = name.StartsWith("/assets/", StringComparison.Ordinal),
            IsPage = name.EndsWith(".html", StringComparison.Ordinal),
        };
    }

    private static byte[] ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : [];
}
