namespace Catalog.Engine.Wire;

/// <summary>Bytes are not well-formed MessagePack, or not of the type that was asked for.</summary>
/// <param name="message">What was expected and what stands there.</param>
public sealed class MessagePackFormatException(string message) : FormatException(message);
