namespace Catalog.Shell.Hosting;

/// <summary>A server of several.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Url">Where people and other servers reach its pages; empty when it does not say.</param>
public sealed record ServerPlace(string Name, string Url);
