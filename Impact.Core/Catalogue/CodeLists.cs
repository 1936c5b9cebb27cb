namespace Impact.Core.Catalogue;

/// <summary>The code lists that published tables use.</summary>
public static partial class CodeLists
{
    /// <summary>Why a value is there, or why it is not (GSS symbols z, x, c, low; e and n for estimates and noise).</summary>
    public static CodeList Status { get; } =
        new(
            "status",
            [
                new("ok", new("Exact or as stated by its source", "Exacto o tal como lo declara su fuente")),
                new("z", new("Not applicable", "No corresponde")),
                new("x", new("Not told by the source", "La fuente no lo informa")),
                new("c", new("Withheld to protect people", "Retenido para proteger a las personas")),
                new("low", new("Rounds to zero but is not zero", "Se redondea a cero, pero no es cero")),
                new("e", new("Estimate", "Estimación")),
                new("n", new("With noise that protects people", "Con ruido que protege a las personas")),
            ]
        );

    /// <summary>Whether a figure may still change.</summary>
    public static CodeList Finality { get; } =
        new(
            "finality",
            [
                new("provisional", new("Provisional: may still change", "Provisional: aún puede cambiar")),
                new("final", new("Final", "Definitivo")),
            ]
        );

    /// <summary>Kinds of organisation (IATI OrganisationType, with the field's plain names).</summary>
    public static CodeList OrganisationType { get; } =
        new(
            "organisation_type",
            [
                new("government", new("Government", "Gobierno")),
                new(
                    "national_ngo",
                    new("National non-governmental organisation", "Organización no gubernamental nacional")
                ),
                new(
                    "international_ngo",
                    new("International non-governmental organisation", "Organización no gubernamental internacional")
                ),
                new("united_nations", new("United Nations agency", "Organismo de las Naciones Unidas")),
                new(
                    "red_cross",
                    new("Red Cross or Red Crescent society", "Sociedad de la Cruz Roja o Media Luna Roja")
                ),
                new("foundation", new("Foundation", "Fundación")),
                new("company", new("Company", "Empresa")),
                new("other", new("Other", "Otra")),
            ]
        );

    /// <summary>Who gave: organisations and states are named, individual people never are.</summary>
    public static CodeList GiverKind { get; } =
        new(
            "giver_kind",
            [
                new("organisation", new("Organisation or state, named", "Organización o Estado, con nombre")),
                new("individuals", new("People, never named", "Personas, nunca con nombre")),
            ]
        );

    /// <summary>What a value of an indicator is.</summary>
    public static CodeList IndicatorMeasure { get; } =
        new(
            "indicator_measure",
            [
                new("baseline", new("Before the work began", "Antes de comenzar")),
                new("planned", new("Planned", "Previsto")),
                new("reached", new("Reached, as the partner states", "Alcanzado, según declara la organización")),
            ]
        );

    /// <summary>Splits of an indicator; people are never split by nationality or immigration status.</summary>
    public static CodeList IndicatorSplit { get; } =
        new(
            "indicator_split",
            [
                new("total", new("Everyone", "Todas las personas")),
                new("women", new("Women", "Mujeres")),
                new("men", new("Men", "Hombres")),
                new("girls", new("Girls", "Niñas")),
                new("boys", new("Boys", "Niños")),
                new("unknown", new("Not recorded", "Sin registrar")),
                new("female", new("Female", "Sexo femenino")),
                new("male", new("Male", "Sexo masculino")),
                new("intersex", new("Intersex", "Intersexual")),
                new("sex_unknown", new("Sex not recorded", "Sexo sin registrar")),
                new("children", new("Children (0 to 17)", "Niñas, niños y adolescentes (0 a 17)")),
                new("adults", new("Adults (18 to 59)", "Personas adultas (18 a 59)")),
                new("elderly", new("Elderly people (60 and over)", "Personas mayores (60 o más)")),
                new("age_unknown", new("Age not recorded", "Edad sin registrar")),
            ]
        );

    /// <summary>Categories of a partner's expenditure.</summary>
    public static CodeList ExpenditureCategory { get; } =
        new(
            "expenditure_category",
            [
                new("legal_services", new("Legal services", "Servicios legales")),
                new("bond", new("Bond", "Fianza")),
                new("cash_aid", new("Cash aid", "Ayuda en efectivo")),
                new("rent_utilities", new("Rent and utilities", "Alquiler y servicios")),
                new("food", new("Food", "Alimentos")),
                new("childcare_education", new("Childcare and education", "Cuidado infantil y educación")),
                new("health_mental_health", new("Health and mental health", "Salud y salud mental")),
                new("transport_communication", new("Transport and communication", "Transporte y comunicación")),
                new("outreach", new("Outreach", "Difusión")),
                new("staff", new("Staff", "Personal")),
                new("administration", new("Administration", "Administración")),
                new("fundraising", new("Fundraising", "Recaudación de fondos")),
                new("other", new("Other", "Otros")),
            ]
        );

    /// <summary>The categories of what is paid to or for a household: the group <c>direct_aid</c> of the conventions of the field.</summary>
    public static IReadOnlyList<string> DirectAid { get; } =
    [
        "bond",
        "cash_aid",
        "rent_utilities",
        "food",
        "childcare_education",
        "health_mental_health",
        "transport_communication",
    ];

    /// <summary>The column of Form 990 Part IX a category belongs to: <c>programme</c>, <c>management</c> or <c>fundraising</c>.</summary>
    public static string SpendingOf(string category) =>
        category switch
        {
            "administration" => "management",
            "fundraising" => "fundraising",
            _ => "programme",
        };
}
