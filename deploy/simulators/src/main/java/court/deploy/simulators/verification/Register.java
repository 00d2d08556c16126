package court.deploy.simulators.verification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people and organisations that exist in the demonstration, as listed in a file. */
public record Register(List<Citizen> citizens) {

    /**
     * One of them.
     *
     * @param account the WeChat account this person uses
     * @param phone the number registered in this person's name
     * @param organisation whose legal representative 法定代表人 this person is
     */
    public record Citizen(
            String account,
            String name,
            String idType,
            String idNumber,
            String phone,
            @Nullable Organisation organisation) {

        boolean is(String named, String type, String number) {
            return name.equals(named) && idType.equals(type) && idNumber.equals(number);
        }
    }

    /** An organisation, by its unified social credit code 统一社会信用代码. */
    public record Organisation(String name, String creditCode) {}

    /** Who uses this WeChat account. */
    public Optional<Citizen> holder(String account) {
        return citizens.stream().filter(it -> it.account().equals(account)).findFirst();
    }

    Optional<Citizen> citizen(String name, String idType, String idNumber) {
        return citizens.stream().filter(it -> it.is(name, idType, idNumber)).findFirst();
    }
}
