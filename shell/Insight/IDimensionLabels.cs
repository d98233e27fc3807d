namespace Catalog.Shell.Insight;

/// <summary>
/// What people call the values of a system's dimensions: a film's title, a weekday. Thread-safe, quick.
/// </summary>
public interface IDimensionLabels
{
    /// <summary>What a value is called now, or null when nobody knows it.</summary>
    /// <param name="dimension">The dimension's name.</param>
    /// <param name="id">The value.</param>
    string? LabelOf(string dimension, ulong id);
}
