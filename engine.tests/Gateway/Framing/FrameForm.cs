namespace Catalog.Engine.Tests.Gateway.Framing;

internal enum FrameForm
{
    Right,
    Unmasked,

    /// <summary>The length takes two bytes whether it has to or not.</summary>
    Length16,

    /// <summary>The length takes eight bytes whether it has to or not.</summary>
    Length64,
}
