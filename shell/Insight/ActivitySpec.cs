using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight;

/// <summary>Whose acts are known of.</summary>
/// <param name="System">The system's name: <c>booking</c>.</param>
/// <param name="Name">Theirs in requests: <c>customers</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Unit">What their amounts count.</param>
public sealed record ActivitySpec(string System, string Name, string Title, MeasureUnit Unit);
