namespace Catalog.Shell.Exports.Contracts;

/// <summary>Something an export can be narrowed by.</summary>
/// <param name="Name">Its name among the arguments.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Choices">What it may be; empty for anything.</param>
public sealed record ExportParameterAnswer(
    string Name,
    string Summary,
    IReadOnlyList<string> Choices);
