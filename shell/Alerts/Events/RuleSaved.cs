using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Events;

/// <summary>A rule stands so now.</summary>
public readonly record struct RuleSaved(AlertRule Rule) : IEvent<RuleSaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Rule.Write(ref writer);

    /// <inheritdoc/>
    public static RuleSaved Read(ref MessagePackReader reader, byte version) =>
        new(AlertRule.Read(ref reader));
}
