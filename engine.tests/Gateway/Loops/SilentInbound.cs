using Catalog.WsGateway.Connections;

namespace Catalog.Engine.Tests.Gateway.Loops;

/// <summary>A client that says nothing.</summary>
internal sealed class SilentInbound : Inbound
{
    internal override void Start()
    {
    }

    internal override void Cancel()
    {
    }

    internal override void Release()
    {
    }
}
