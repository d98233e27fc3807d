namespace Catalog.Shell.Events;

/// <summary>Names one kind of event on the bus. Stable for ever: a changed shape is another version.</summary>
/// <param name="Topic">The topic, as a broker would know it.</param>
/// <param name="Name">The event, as subscribers know it.</param>
/// <param name="Version">The version of its data's shape.</param>
public readonly record struct EventName(string Topic, string Name, int Version = 1);
