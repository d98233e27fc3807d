using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Events;

/// <summary>Something happened to an alert, and it stands so now.</summary>
public readonly record struct AlertSaved(AlertChange Change, Alert Alert) : IEvent<AlertSaved>
{
    /// <summary>Whether it queues a call of the alert's webhook; facts of version 1 were called otherwise.</summary>
    public bool QueuesCall { get; init; } = true;

    /// <inheritdoc/>
    public static ushort TypeId => 3;

    /// <inheritdoc/>
    public static byte Version => 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write((long)Change);
        Alert.Write(ref writer);
    }

    /// <inheritdoc/>
    public static AlertSaved Read(ref MessagePackReader reader, byte version) =>
        new((AlertChange)reader.ReadInt32(), Alert.Read(ref reader)) { QueuesCall = version >= 2 };
}
