using System.IO.Compression;
using System.Xml.Linq;

namespace Catalog.Engine.Tests.House;

/// <summary>What a package must and must not hold.</summary>
internal static class PackageRules
{
    private const string Manifest = "Catalog.Engine.nuspec";

    private static readonly string[] Needed =
        [Manifest, "README.md", "lib/net10.0/Catalog.Engine.dll", "lib/net10.0/Catalog.Engine.xml"];

    private static readonly string[] Described = ["readme", "license", "description", "tags"];

    /// <summary>What is wrong with the engine's package; nothing if it is as it should be.</summary>
    internal static IEnumerable<string> FaultsOf(ZipArchive package)
    {
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];
        foreach (string name in Needed.Except(names)) yield return $"lacks {name}";
        foreach (string name in names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Except(Needed))
            yield return $"brings {name}";
        if (package.GetEntry(Manifest) is not { } entry) yield break;

        using Stream stream = entry.Open();
        foreach (string fault in FaultsOf(XDocument.Load(stream))) yield return fault;
    }

    private static IEnumerable<string> FaultsOf(XDocument manifest)
    {
        foreach (XElement element in manifest.Descendants())
            if (element.Name.LocalName is "dependency" or "frameworkReference")
                yield return $"depends on {(string?)element.Attribute("id") ?? (string?)element.Attribute("name")}";
        IEnumerable<string> told = manifest.Descendants()
            .Where(element => element.Value.Length > 0)
            .Select(element => element.Name.LocalName);
        foreach (string name in Described.Except(told)) yield return $"has no {name}";
    }
}
