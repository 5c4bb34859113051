namespace Beian.TestProvider;

/// <summary>What a test tells the provider, at <c>/orders</c>.</summary>
/// <param name="Subject">Who is signed in there from now on.</param>
/// <param name="Forgery">What it does to its tokens.</param>
/// <param name="Now">The time it takes it to be.</param>
public sealed record Orders(string Subject, Forgery Forgery, DateTime Now);
