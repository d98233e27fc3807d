using System.ComponentModel.DataAnnotations;

namespace Catalog.Shell.Observability;

/// <summary>What is shown to whom (<c>Catalog:Observability</c>). Read once at start.</summary>
public sealed class ObservabilityOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Observability";

    /// <summary>
    /// A token that opens <c>/metrics</c>, sent as <c>Authorization: Bearer</c>; at least 16 characters.
    /// </summary>
    [MinLength(16)]
    public string? MetricsToken { get; set; }

    /// <summary>
    /// Whether <c>/metrics</c> is open to this machine. A request that a proxy passed on (it says so in
    /// <c>X-Forwarded-For</c>, <c>Forwarded</c> or <c>Via</c>) does not count as one of this machine.
    /// </summary>
    public bool OpenToLoopback { get; set; } = true;

    /// <summary>The share of traces that are recorded where none was begun outside, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 0.05;
}
