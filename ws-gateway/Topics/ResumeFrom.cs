namespace Catalog.WsGateway.Topics;

/// <summary>Where a client that was here before left off.</summary>
/// <param name="Offset">The last message it has.</param>
/// <param name="Epoch">The life of the topic it counted in.</param>
public readonly record struct ResumeFrom(long Offset, string Epoch);
