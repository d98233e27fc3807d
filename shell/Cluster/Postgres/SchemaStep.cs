using System.Globalization;
using System.Reflection;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// One step of the schema: <c>Schema/NNN-name.sql</c>, embedded; the shared ones below 100, a system's in its folder.
/// </summary>
/// <param name="Number">Its place in the order, and its identity.</param>
/// <param name="Name">What it makes.</param>
/// <param name="Sql">Its statements; <c>{schema}</c> stands for the schema's name.</param>
internal sealed record SchemaStep(int Number, string Name, string Sql)
{
    private const string Prefix = "Postgres.Schema.";
    private const string Suffix = ".sql";

    /// <summary>Every step this program knows, in order.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } = ReadAll();

    private static SchemaStep[] ReadAll()
    {
        Assembly here = typeof(SchemaStep).Assembly;
        return
        [
            .. here.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => Read(here, name))
                .OrderBy(static step => step.Number),
        ];
    }

    private static SchemaStep Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        string[] parts = resource[Prefix.Length..^Suffix.Length].Split('-', 2);
        return new SchemaStep(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], reader.ReadToEnd());
    }
}
