using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

public static class PackOfFiling
{
    extension(Catalogue.Catalogue catalogue)
    {
        /// <summary>The pack a filing was made with: it keeps the major version, whatever was published since.</summary>
        /// <remarks>As its kind sees it: with the files that kind asks for.</remarks>
        public Pack PackOf(Filing filing) => catalogue.For(filing.Service, filing.DefinitionVersion).For(filing.Kind);
    }
}
