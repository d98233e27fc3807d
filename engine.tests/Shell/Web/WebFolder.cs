using System.IO.Compression;
using System.Text;

namespace Catalog.Engine.Tests.Shell.Web;

/// <summary>A small built web app in a folder of its own.</summary>
internal sealed class WebFolder : IDisposable
{
    public const string Page = "<!doctype html><title>Catalog</title><script src=/assets/app-1a.js></script>";
    public const string Script = "console.log('catalog, whole and readable')";

    public WebFolder()
    {
        Write("index.html", Page);
        Write("assets/app-1a.js", Script);
        Write("assets/plain-2b.woff2", "font");
        Write("theme.js", "theme");
        Write("files.txt", "assets/app-1a.js\nassets/plain-2b.woff2\nindex.html\ntheme.js\nnotes.weird\n");
        Write("assets/former-0c.js", "of a former build, in no list");
        WriteBytes("assets/app-1a.js.br", Compressed(stream => new BrotliStream(stream, CompressionLevel.Fastest)));
        WriteBytes("assets/app-1a.js.gz", Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest)));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("catalog-web-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static byte[] Compressed(Func<Stream, Stream> compress)
    {
        var bytes = new MemoryStream();
        using (Stream stream = compress(bytes)) stream.Write(Encoding.UTF8.GetBytes(Script));
        return bytes.ToArray();
    }

    private void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    private void WriteBytes(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
