using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Catalog.Engine.Tests.House;

/// <summary>
/// Which part may look at which. A system is a folder of the same name in each project; it uses what lies outside the
/// systems and never another system, and nothing outside knows it but the files at a project's root, which compose.
/// </summary>
internal static class LayoutRules
{
    private const string House = "Catalog.";

    private static readonly string[] Systems =
        ["Booking", "Chat", "PushFeed", "PullFeed", "Leaderboards", "Orders", "Logs", "Jobs", "Edge", "Docs"];

    /// <summary>What every project may refer to; the tests look at all of them.</summary>
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["engine"] = [],
        ["ws-gateway"] = ["engine"],
        ["ws-gateway.host"] = ["engine", "ws-gateway"],
        ["shell"] = ["engine", "ws-gateway", "native"],
        ["bench"] = ["engine", "ws-gateway", "shell", "tools"],
        ["tools"] = ["engine", "ws-gateway", "shell"],
    };

    /// <summary>Folders of the engine's core that know nothing of disks and journals: they stand alone.</summary>
    private static readonly string[] StorageFree = ["Idempotency", "Ids", "Memory", "Time"];

    /// <summary>Namespaces that are used and must not be, over all files of the code proper.</summary>
    internal static IEnumerable<Violation> CheckSources(IEnumerable<SourceFile> files) =>
        from file in files
        where AllowedProjects.ContainsKey(file.Project)
        from name in NamesIn(file)
        from what in Complaints(file, name.ToString())
        select new Violation(file.Path, file.LineOf(name), what);

    /// <summary>References of one project file that point the wrong way.</summary>
    internal static IEnumerable<Violation> CheckProject(string path, XDocument project)
    {
        string name = path.Split('/')[0];
        if (!AllowedProjects.TryGetValue(name, out string[]? allowed)) yield break;
        foreach (XElement reference in project.Descendants("ProjectReference"))
        {
            string target = (string?)reference.Attribute("Include") ?? "";
            string folder = target.Replace('\\', '/').Split('/').First(part => part != "..");
            if (!allowed.Contains(folder)) yield return new Violation(path, 1, $"{name} refers to {folder}");
        }

        if (name != "engine") yield break;
        foreach (XElement package in project.Descendants("PackageReference"))
            if ((string?)package.Attribute("PrivateAssets") != "all")
                yield return new Violation(path, 1, $"the engine depends on {(string?)package.Attribute("Include")}");
        if (project.Descendants("FrameworkReference").Any())
            yield return new Violation(path, 1, "the engine depends on a framework");
    }

    /// <summary>Names that can name a namespace: what is imported, and what is spelled out from its root.</summary>
    private static IEnumerable<SyntaxNode> NamesIn(SourceFile file)
    {
        foreach (UsingDirectiveSyntax import in file.Nodes<UsingDirectiveSyntax>()) yield return import.NamespaceOrType;
        foreach (QualifiedNameSyntax name in file.Nodes<QualifiedNameSyntax>())
            if (name.Parent is not (QualifiedNameSyntax or UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax))
                yield return name;
        foreach (MemberAccessExpressionSyntax access in file.Nodes<MemberAccessExpressionSyntax>())
            if (access.Parent is not MemberAccessExpressionSyntax
                && access.ToString().StartsWith(House, StringComparison.Ordinal))
                yield return access;
    }

    private static IEnumerable<string> Complaints(SourceFile file, string name)
    {
        string[] folders = file.Path.Split('/')[..^1];
        string[] parts = name.Replace("global::", "", StringComparison.Ordinal).Split('.');
        if (parts is ["Catalog", var project, ..] && !MayUseProject(file.Project, project))
            yield return $"{file.Project} uses {name}";

        // "Catalog.Engine.Chat", or "Chat.Room" from within Catalog.Engine
        string first = parts is ["Catalog", _, var third, ..] ? third : parts[0];
        string? own = folders.FirstOrDefault(Systems.Contains);
        bool composes = folders.Length == (file.Project == "tools" ? 2 : 1);
        if (Systems.Contains(first) && first != own && !composes)
            yield return own is null ? $"what is shared uses the system {first}" : $"{own} uses the system {first}";
        if (file.Path.StartsWith("engine/Core/", StringComparison.Ordinal)
            && name.StartsWith("Catalog.Engine.Storage", StringComparison.Ordinal)
            && StorageFree.Contains(folders[2]))
            yield return $"Core/{folders[2]} uses {name}";
    }

    private static bool MayUseProject(string user, string space) => space switch
    {
        "Engine" => true,
        "WsGateway" => user is "ws-gateway" || AllowedProjects[user].Contains("ws-gateway"),
        "Shell" => user is "shell" || AllowedProjects[user].Contains("shell"),
        "Bench" => user is "bench",
        "Seed" => user is "tools" or "bench",
        _ => true,
    };
}
