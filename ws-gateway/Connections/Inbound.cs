namespace Catalog.WsGateway.Connections;

/// <summary>
/// A connection's way in: calls <see cref="GatewayConnection.Take"/> with what comes, from one thread at a time, and
/// <see cref="GatewayConnection.StopReading"/> once when nothing will come any more.
/// </summary>
internal abstract class Inbound
{
    /// <summary>Begins to read, and reads on after a handler that took its time.</summary>
    internal abstract void Start();

    /// <summary>Makes reading stop; from any thread.</summary>
    internal abstract void Cancel();

    /// <summary>Gives back what it holds; nobody reads any more.</summary>
    internal abstract void Release();
}
