using System.Reflection;
using System.Text.RegularExpressions;
using Catalog.Shell.Options;

namespace Catalog.Engine.Tests.House;

/// <summary>What the compose file sets can be set: a misspelt setting would be passed over in silence.</summary>
public sealed partial class ComposeTests
{
    [Fact]
    public void Every_setting_in_the_compose_file_is_one()
    {
        string text = File.ReadAllText(Repository.FullPath("compose.yaml"));
        Dictionary<string, Type> sections = typeof(CatalogOptions).Assembly.GetTypes()
            .Where(static type => SectionOf(type) is not null)
            .ToDictionary(static type => SectionOf(type)!);
        MatchCollection settings = Setting().Matches(text);
        Assert.NotEmpty(settings);
        foreach (Match setting in settings)
        {
            string section = "Catalog:" + setting.Groups[1].Value;
            if (!sections.TryGetValue(section, out Type? options)) continue;
            Assert.True(options.GetProperty(setting.Groups[2].Value) is not null, $"{setting.Value} is no setting.");
        }
    }

    [Fact]
    public void The_proxy_passes_to_every_node_of_the_compose_file()
    {
        string compose = File.ReadAllText(Repository.FullPath("compose.yaml"));
        string proxy = File.ReadAllText(Repository.FullPath("tools/compose/nginx.conf"));
        string[] nodes = [.. Node().Matches(compose).Select(static match => match.Groups[1].Value)];
        Assert.Equal(3, nodes.Length);
        Assert.Equal(nodes, Upstream().Matches(proxy).Select(static match => match.Groups[1].Value));
    }

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field
            ? (string)field.GetRawConstantValue()!
            : null;

    [GeneratedRegex(@"\bCatalog__(\w+?)__(\w+)(?=:)")]
    private static partial Regex Setting();

    [GeneratedRegex("^  (catalog-[0-9]+):\n    <<:", RegexOptions.Multiline)]
    private static partial Regex Node();

    [GeneratedRegex("server (catalog-[0-9]+):8080 ")]
    private static partial Regex Upstream();
}
