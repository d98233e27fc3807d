namespace Catalog.Shell.Events.Contracts;

/// <summary>A consumer of a server that could not be asked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server; left out when it is not known, because the consumer moves just now.</param>
public sealed record ConsumerElsewhereAnswer(string Name, string? Server);
