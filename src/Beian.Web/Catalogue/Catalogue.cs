using Beian.Definitions.Packs;

namespace Beian.Web.Catalogue;

/// <summary>The services on offer, compiled once: the packs this program serves.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Pack> _current;

    public Catalogue(IEnumerable<Pack> packs) => _current = packs.ToDictionary(p => p.Code);

    /// <summary>The packs in force.</summary>
    public IReadOnlyCollection<Pack> Packs => _current.Values;

    /// <summary>The pack of a service that the database vouches for.</summary>
    public Pack this[string service] => _current[service];

    /// <summary>The pack in force for a service; null for an unknown service.</summary>
    public Pack? Find(string service) => _current.GetValueOrDefault(service);
}
