using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Events;

/// <summary>A rule is gone.</summary>
public readonly record struct RuleRemoved(ulong RuleId) : IEvent<RuleRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(RuleId);

    /// <inheritdoc/>
    public static RuleRemoved Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadUInt64());
}
