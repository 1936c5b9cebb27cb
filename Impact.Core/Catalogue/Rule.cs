namespace Impact.Core.Catalogue;

/// <summary>One rule that a row of input is checked against: what is wrong, why it matters, how to put it right.</summary>
/// <param name="Id">Stable identifier, lower case with hyphens; it never changes its meaning.</param>
/// <param name="Rejects">Whether the row is rejected; otherwise it is stored with a remark.</param>
/// <param name="What">What is wrong with the cell or row.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">What to do.</param>
public sealed record Rule(string Id, bool Rejects, BilingualText What, BilingualText Why, BilingualText Fix);
