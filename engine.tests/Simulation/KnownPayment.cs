using Catalog.Engine.Core.Idempotency;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A payment a client was told to make.</summary>
internal readonly record struct KnownPayment(ulong ShowtimeId, ulong PaymentId, IdempotencyKey Key);
