namespace Catalog.Shell.Exports;

/// <summary>Something an export can be narrowed by.</summary>
/// <param name="Name">Its name among the arguments.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Choices">What it may be; empty for anything.</param>
public sealed record ExportParameter(string Name, string Summary, params IReadOnlyList<string> Choices)
{
    /// <summary>The first day, as in <c>2030-12-31</c>; a report sets it to its period's first.</summary>
    public const string From = "from";

    /// <summary>The day behind the last one; a report sets it to its period's end.</summary>
    public const string To = "to";
}
