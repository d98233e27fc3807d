namespace Catalog.WsGateway.Loops;

/// <summary>How a loop sends its clients away.</summary>
/// <param name="Code">The code the close frames carry.</param>
/// <param name="Parts">One of how many parts of the clients goes now; the last one takes the rest.</param>
/// <param name="MaxHintMs">Clients are told to come back at random within this time, so that they come spread.</param>
internal sealed record DrainOrder(CloseCode Code, int Parts, int MaxHintMs)
{
    /// <summary>The order for one client, with a time of its own.</summary>
    internal CloseOrder ForOne() => new(Code, $"reconnect in {Random.Shared.Next(MaxHintMs)} ms");
}
