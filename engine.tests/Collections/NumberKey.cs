namespace Catalog.Engine.Tests.Collections;

internal readonly record struct NumberKey(long Number, int Weight);
